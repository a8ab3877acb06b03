in float vHeight;
out vec4 color;

void main() {
    color = vec4(mix(skyBottom.rgb, skyTop.rgb, vHeight), 1.0);
}
